"""What awsconsurl, another client of sign-in federation, asks for.

Reads one JSON object a line: {"session", "duration", "issuer", "token"}; answers one a line with the two addresses that
awsconsurl builds: {"get_signin_token", "login"}. Calls no network.
"""

import argparse
import importlib
import json
import sys

# The package has a function of the same name in the module's place.
consurl = importlib.import_module("awsconsurl.consurl")

for line in sys.stdin:
    asked = json.loads(line)
    # Its issuer is the machine's name; ours is an address. Everything else is its own.
    consurl.socket.gethostname = lambda: asked["issuer"]
    arguments = argparse.Namespace(duration=asked["duration"])
    answer = {
        "get_signin_token": consurl.request_signin_token(arguments, asked["session"]),
        "login": consurl.request_console_login(asked["token"]),
    }
    print(json.dumps(answer), flush=True)
