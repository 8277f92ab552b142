"""Asks the local AWS and ministack the same and compares what they decide.

    python ministack_decisions.py PROGRAM

PROGRAM is the local AWS. Both get the accounts of decisions.toml; ministack makes its own keys. Every user tries every
role with every set of parameters. Prints how many answers agree; ends with 1 if any other than the known ones differ.
"""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import tomllib

import boto3
import botocore.config
import botocore.exceptions

HERE = pathlib.Path(__file__).parent
DECISIONS = HERE / "decisions.toml"

PARAMETERS = [
    {"RoleSessionName": "allowed"},
    {"RoleSessionName": "Allowed"},
    {"RoleSessionName": "botocore-session-1609426800"},
    {"RoleSessionName": "allowed", "ExternalId": "blue-7"},
    {"RoleSessionName": "allowed", "ExternalId": "blue-8"},
    {"RoleSessionName": "allowed", "ExternalId": "green-8"},
    {"RoleSessionName": "other", "ExternalId": "blue-7"},
    {"RoleSessionName": "allowed", "Tags": [{"Key": "project", "Value": "a"}]},
    {"RoleSessionName": "allowed", "Tags": [{"Key": "project", "Value": "b"}]},
    {"RoleSessionName": "allowed", "Tags": [{"Key": "other", "Value": "a"}]},
]


def client(origin, service, key, secret):
    return boto3.client(
        service,
        region_name="us-east-1",
        endpoint_url=origin,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=botocore.config.Config(retries={"total_max_attempts": 1}),
    )


def decision(sts, role, parameters):
    """The ARN that was assumed, or the code and the action that was refused."""
    try:
        return sts.assume_role(RoleArn=role, **parameters)["AssumedRoleUser"]["Arn"]
    except botocore.exceptions.ClientError as error:
        message = error.response["Error"]["Message"]
        action = next((word for word in message.split() if word.startswith("sts:")), "")
        return f"{error.response['Error']['Code']} {action}"


def known(user, role, parameters):
    """Why an answer of ministack is wrong, if it is known to be."""
    # A trust policy that names the user is enough within one account (IAM user guide, "Cross-account policy evaluation
    # logic"); ministack asks for an identity policy as well.
    if (user, role) == ("silent", "home_named"):
        return "identity policy"
    # Session tags need sts:TagSession in the caller's policy, too (IAM user guide, "Pass session tags in AWS STS");
    # ministack looks at the trust policy only.
    if user == "narrow" and role in ("open_root", "open_all_actions") and "Tags" in parameters:
        return "sts:TagSession of the caller"
    return None


def start(arguments, environment, folder):
    return subprocess.Popen(
        arguments,
        env={"PATH": os.environ["PATH"], "HOME": folder, **environment},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def fill_ministack(origin, accounts):
    """Makes the users and roles; returns each user's key."""
    keys = {}
    for account in accounts:
        # In ministack twelve digits as an access key are the root user of that account.
        iam = client(origin, "iam", account["id"], "test")
        for user in account.get("users", []):
            iam.create_user(UserName=user["name"], Path=user.get("path", "/"))
            for number, policy in enumerate(user.get("policies", [])):
                iam.put_user_policy(UserName=user["name"], PolicyName=f"policy{number}", PolicyDocument=policy)
            key = iam.create_access_key(UserName=user["name"])["AccessKey"]
            keys[account["id"], user["name"]] = (key["AccessKeyId"], key["SecretAccessKey"])
        for role in account.get("roles", []):
            iam.create_role(
                RoleName=role["name"], Path=role.get("path", "/"), AssumeRolePolicyDocument=role["trust"]
            )
    return keys


def compare(ours, theirs, accounts, their_keys):
    agreed, wrong, surprises = 0, 0, []
    for account in accounts:
        for user in account.get("users", []):
            key = user["keys"][0]
            mine = client(ours, "sts", key["id"], key["secret"])
            other = client(theirs, "sts", *their_keys[account["id"], user["name"]])
            for target in accounts:
                for role in [*target.get("roles", []), {"name": "does_not_exist"}]:
                    arn = f"arn:aws:iam::{target['id']}:role/{role['name']}"
                    for parameters in PARAMETERS:
                        answers = decision(mine, arn, parameters), decision(other, arn, parameters)
                        if answers[0] == answers[1]:
                            agreed += 1
                        elif known(user["name"], role["name"], parameters):
                            wrong += 1
                        else:
                            surprises.append((user["name"], role["name"], parameters, *answers))
    return agreed, wrong, surprises


def main(program):
    accounts = tomllib.loads(DECISIONS.read_text())["accounts"]
    with tempfile.TemporaryDirectory() as folder:
        local = start([program, "--config", DECISIONS, "--port", "0"], {}, folder)
        port = free_port()
        ministack = start(
            [pathlib.Path(sys.executable).parent / "ministack"],
            {"AUTH": "true", "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port)},
            folder,
        )
        try:
            ours = local.stdout.readline().split()[-1]
            theirs = f"http://127.0.0.1:{port}"
            for _ in range(300):
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            agreed, wrong, surprises = compare(ours, theirs, accounts, fill_ministack(theirs, accounts))
        finally:
            for server in (local, ministack):
                server.terminate()
                server.wait(10)
    print(json.dumps({"agreed": agreed, "ministack_wrong": wrong, "surprises": len(surprises)}))
    for user, role, parameters, mine, other in surprises[:40]:
        print(f"{user} -> {role} {json.dumps(parameters)}: local AWS {mine!r}, ministack {other!r}")
    return 1 if surprises or agreed < 500 else 0


sys.exit(main(sys.argv[1]))
