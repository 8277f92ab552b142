"""Signs requests with botocore, the signer of the AWS CLI.

Reads one JSON object a line: {"url", "headers", "body", "access_key_id", "secret_access_key", "session_token", "region",
"amz_date"}; answers one a line: {"botocore": authorization}. Calls no network.
"""

import datetime
import json
import sys

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

now = None
botocore.auth.get_current_datetime = lambda *_, **__: now

for line in sys.stdin:
    asked = json.loads(line)
    now = datetime.datetime.strptime(asked["amz_date"], "%Y%m%dT%H%M%SZ")
    request = AWSRequest("POST", asked["url"], headers=asked["headers"], data=asked["body"].encode())
    credentials = Credentials(asked["access_key_id"], asked["secret_access_key"], asked["session_token"])
    botocore.auth.SigV4Auth(credentials, "sts", asked["region"]).add_auth(request)
    print(json.dumps({"botocore": request.headers["Authorization"]}), flush=True)
