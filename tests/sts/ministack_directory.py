"""Starts ministack with AUTH=true on loopback and puts a user and roles into it.

Prints one JSON object when it answers: {"origin", "access_key_id", "secret_access_key", "account"}; stops ministack when
standard input ends.
"""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

import boto3

with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]

origin = f"http://127.0.0.1:{port}"
folder = tempfile.TemporaryDirectory()
server = subprocess.Popen(
    [pathlib.Path(sys.executable).parent / "ministack"],
    env={
        "PATH": os.environ["PATH"],
        "HOME": folder.name,
        "AUTH": "true",
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
    },
    cwd=folder.name,
    stdin=subprocess.DEVNULL,
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    common = dict(endpoint_url=origin, region_name="us-east-1")
    root = dict(aws_access_key_id="test", aws_secret_access_key="test", **common)
    account = boto3.client("sts", **root).get_caller_identity()["Account"]
    iam = boto3.client("iam", **root)
    iam.create_user(UserName="work_api")
    key = iam.create_access_key(UserName="work_api")["AccessKey"]
    allow = {"Effect": "Allow", "Action": ["sts:AssumeRole", "sts:TagSession"], "Resource": "*"}
    iam.put_user_policy(
        UserName="work_api",
        PolicyName="switch",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [allow]}),
    )
    for name, who in [("admin_role", "user/work_api"), ("closed_role", "user/somebody")]:
        if who == "user/somebody":
            iam.create_user(UserName="somebody")
        trust = {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{account}:{who}"},
            "Action": ["sts:AssumeRole", "sts:TagSession"],
        }
        iam.create_role(
            Path="/team/a/",
            RoleName=name,
            AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]}),
        )
    ready = {
        "origin": origin,
        "account": account,
        "access_key_id": key["AccessKeyId"],
        "secret_access_key": key["SecretAccessKey"],
    }
    print(json.dumps(ready), flush=True)
    sys.stdin.read()
finally:
    server.terminate()
    server.wait(10)
    folder.cleanup()
