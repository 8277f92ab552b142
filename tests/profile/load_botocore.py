"""How long botocore takes to load a config file and to resolve each of its profiles: milliseconds, one JSON object a line.

The file is read and merged once, not once a profile as the CLI does it; of the providers only the one that assumes roles
is asked, and it is never let through to STS. So this is the least work that botocore can do for the answer.
"""

import json
import os
import sys
import time

import botocore.credentials as credentials
import botocore.session


def run(path):
    os.environ["AWS_CONFIG_FILE"] = path
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
    start = time.perf_counter()
    session = botocore.session.Session()
    full = session.full_config
    resolved = 0
    for name in full["profiles"]:
        provider = credentials.AssumeRoleProvider(
            load_config=lambda: full,
            client_creator=None,
            cache={},
            profile_name=name,
            credential_sourcer=credentials.CanonicalNameCredentialSourcer([Instance()]),
            profile_provider_builder=Builder(full),
        )
        resolved += (provider.load() or credentials.ConfigProvider(path, name, parser(full)).load()) is not None
    return (time.perf_counter() - start) * 1000, len(full["profiles"]), resolved


class Instance:
    CANONICAL_NAME = "Ec2InstanceMetadata"
    METHOD = "iam-role"

    def load(self):
        return credentials.Credentials("F", "F")


class Builder:
    """Providers of a source profile that has no role of its own: here the keys of the config file."""

    def __init__(self, full):
        self.full = full

    def providers(self, profile_name, disable_env_vars=False):
        return [credentials.ConfigProvider("", profile_name, parser(self.full))]


def parser(full):
    return lambda _: full


for _ in range(int(sys.argv[2])):
    ms, profiles, resolved = run(sys.argv[1])
    print(json.dumps({"ms": ms, "profiles": profiles, "resolved": resolved}), flush=True)
