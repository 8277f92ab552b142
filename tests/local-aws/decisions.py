"""Asks the local AWS and another STS the same and compares what they decide.

    python decisions.py ministack LOCAL_AWS
    python decisions.py fakecloud LOCAL_AWS FAKECLOUD_DECISIONS

LOCAL_AWS is the program, FAKECLOUD_DECISIONS the one of tests/fakecloud. Both sides get the accounts of decisions.toml;
every user tries every role with every set of parameters. Prints how many answers agree; ends with 1 if any differ for a
reason that is not known.
"""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.request

import boto3
import botocore.config
import botocore.exceptions

HERE = pathlib.Path(__file__).parent
DECISIONS = HERE / "decisions.toml"
SERIAL = "arn:aws:iam::111111111111:mfa/staff"

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

# ministack knows neither limits nor MFA nor source identities.
MORE_PARAMETERS = [
    {"RoleSessionName": "x"},
    {"RoleSessionName": "n" * 65},
    {"RoleSessionName": "not allowed"},
    {"RoleSessionName": "allowed", "DurationSeconds": 899},
    {"RoleSessionName": "allowed", "DurationSeconds": 3600},
    {"RoleSessionName": "allowed", "DurationSeconds": 3601},
    {"RoleSessionName": "allowed", "DurationSeconds": 43201},
    {"RoleSessionName": "allowed", "ExternalId": "b"},
    {"RoleSessionName": "allowed", "SourceIdentity": "allowed"},
    {"RoleSessionName": "allowed", "SourceIdentity": "other"},
    {"RoleSessionName": "allowed", "Policy": "{"},
    {"RoleSessionName": "allowed", "SerialNumber": SERIAL, "TokenCode": "now"},
    {"RoleSessionName": "allowed", "SerialNumber": SERIAL, "TokenCode": "long ago"},
    {"RoleSessionName": "allowed", "SerialNumber": SERIAL},
]


def totp(seed, moment):
    counter = int(moment // 30).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(seed), counter, hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(int.from_bytes(digest[offset:offset + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def with_code(parameters, seed):
    moment = {"now": time.time(), "long ago": time.time() - 3600}.get(parameters.get("TokenCode"))
    return parameters if moment is None else {**parameters, "TokenCode": totp(seed, moment)}


def client(origin, service, key, secret):
    return boto3.client(
        service,
        region_name="us-east-1",
        endpoint_url=origin,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        # The limits are the server's matter here, not the client's.
        config=botocore.config.Config(retries={"total_max_attempts": 1}, parameter_validation=False),
    )


def decision(sts, role, parameters):
    """The ARN that was assumed, or the code and the action that was refused."""
    try:
        return sts.assume_role(RoleArn=role, **parameters)["AssumedRoleUser"]["Arn"]
    except botocore.exceptions.ClientError as error:
        message = error.response["Error"]["Message"]
        action = next((word for word in message.split() if word.startswith("sts:")), "")
        return f"{error.response['Error']['Code']} {action}"


def identity_policy_asked_for(user, role, parameters):
    """A trust policy that names the user is enough within one account (IAM user guide, "Cross-account policy evaluation
    logic"); the other asks for an identity policy as well."""
    return (user, role) == ("silent", "home_named")


def tag_session_of_the_caller(user, role, parameters):
    """Session tags need sts:TagSession in the caller's policy, too (IAM user guide, "Pass session tags in AWS STS"); the
    other looks at the trust policy only."""
    return user == "narrow" and role in ("open_root", "open_all_actions") and "Tags" in parameters


def user_name_of_an_iam_user(user, role, parameters):
    """${aws:username} is the caller's name if that is an IAM user (IAM user guide, "IAM policy elements: Variables and
    tags"); the other has no value for it."""
    asks = role in ("name_of_the_user", "name_of_the_user_like", "other_names_denied")
    return asks and parameters["RoleSessionName"] == user


def default_of_a_variable(user, role, parameters):
    """${key, 'default'} stands for the default where the request has no value (same page, "Specifying default values"); the
    other takes it for text."""
    return role == "name_of_the_user_or_nobody" and parameters["RoleSessionName"] == "other"


def global_keys(user, role, parameters):
    """Address, time and kind of caller are there in every request (IAM user guide, "AWS global condition context keys",
    "Availability"), the age of an MFA code when one was given; the other brings none of them to trust policies."""
    with_mfa = role == "not_recent_mfa" and "TokenCode" in parameters
    return with_mfa or role in ("from_this_machine", "from_elsewhere", "since_long_ago", "only_users")


def mfa_key_of_a_long_term_key(user, role, parameters):
    """aws:MultiFactorAuthPresent is absent when a long-term key signs (same page), so …IfExists holds; the other says
    false."""
    return role == "mfa_if_there" and "TokenCode" not in parameters


def all_values_of_an_absent_key(user, role, parameters):
    """ForAllValues is true when the request has no such key (IAM user guide, "Set operators for multivalued context keys");
    the other says false."""
    return role == "tag_keys" and "Tags" not in parameters


def permission_of_its_own(user, role, parameters):
    """Tags and source identities need sts:TagSession and sts:SetSourceIdentity in the trust policy (IAM user guide, "Pass
    session tags in AWS STS", "Monitor and control actions taken with assumed roles"); the other does not look."""
    return "Tags" in parameters or "SourceIdentity" in parameters


def code_of_the_model(user, role, parameters):
    """STS's code for what breaks a limit is ValidationError; for an external ID the other says ValidationException."""
    return len(parameters.get("ExternalId", "long")) < 2


class Ministack:
    users = None
    parameters = PARAMETERS
    known = [
        identity_policy_asked_for,
        tag_session_of_the_caller,
        user_name_of_an_iam_user,
        default_of_a_variable,
    ]

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.origin = f"http://127.0.0.1:{port}"
        environment = {"AUTH": "true", "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port)}
        self.process = start([pathlib.Path(sys.executable).parent / "ministack"], environment, folder)
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)

    def keys(self, accounts):
        """Makes the users and roles; returns the keys that ministack made for the users."""
        keys = {}
        for account in accounts:
            # In ministack twelve digits as an access key are the root user of that account.
            iam = client(self.origin, "iam", account["id"], "test")
            for user in account.get("users", []):
                iam.create_user(UserName=user["name"], Path=user.get("path", "/"))
                for number, policy in enumerate(user.get("policies", [])):
                    iam.put_user_policy(UserName=user["name"], PolicyName=f"policy{number}", PolicyDocument=policy)
                key = iam.create_access_key(UserName=user["name"])["AccessKey"]
                keys[user["name"]] = (key["AccessKeyId"], key["SecretAccessKey"])
            for role in account.get("roles", []):
                iam.create_role(
                    RoleName=role["name"], Path=role.get("path", "/"), AssumeRolePolicyDocument=role["trust"]
                )
        return keys


class Fakecloud:
    # It looks at trust policies only, so only those take part whose own policies allow everything that matters.
    users = ["allowed", "staff"]
    parameters = PARAMETERS + MORE_PARAMETERS
    known = [
        permission_of_its_own,
        code_of_the_model,
        user_name_of_an_iam_user,
        global_keys,
        mfa_key_of_a_long_term_key,
        all_values_of_an_absent_key,
    ]

    def __init__(self, folder, program):
        self.process = start([program, DECISIONS], {}, folder)
        self.origin = self.process.stdout.readline().split()[-1]

    def keys(self, accounts):
        return own_keys(accounts)


def own_keys(accounts):
    users = [user for account in accounts for user in account.get("users", [])]
    return {user["name"]: (user["keys"][0]["id"], user["keys"][0]["secret"]) for user in users}


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


def forget_used_codes(origin):
    """The local AWS takes an MFA code once, so it has to forget those of the case before."""
    request = urllib.request.Request(f"{origin}/_local/reset", b"{}", {"content-type": "application/json"})
    urllib.request.urlopen(request).close()


def compare(ours, other, accounts):
    keys, other_keys = own_keys(accounts), other.keys(accounts)
    seed = next(user["mfa"][0]["seed"] for user in accounts[0]["users"] if "mfa" in user)
    agreed, known, surprises = 0, 0, []
    for user in other.users or keys:
        mine = client(ours, "sts", *keys[user])
        theirs = client(other.origin, "sts", *other_keys[user])
        for account in accounts:
            for role in [*account.get("roles", []), {"name": "does_not_exist"}]:
                arn = f"arn:aws:iam::{account['id']}:role/{role['name']}"
                for case in other.parameters:
                    if "TokenCode" in case:
                        forget_used_codes(ours)
                    parameters = with_code(case, seed)
                    answers = decision(mine, arn, parameters), decision(theirs, arn, parameters)
                    if answers[0] == answers[1]:
                        agreed += 1
                    elif any(reason(user, role["name"], case) for reason in other.known):
                        known += 1
                    else:
                        surprises.append((user, role["name"], case, *answers))
    return agreed, known, surprises


def main(name, program, *more):
    accounts = tomllib.loads(DECISIONS.read_text())["accounts"]
    with tempfile.TemporaryDirectory() as folder:
        local = start([program, "--config", DECISIONS, "--port", "0"], {}, folder)
        other = {"ministack": Ministack, "fakecloud": Fakecloud}[name](folder, *more)
        try:
            ours = local.stdout.readline().split()[-1]
            agreed, known, surprises = compare(ours, other, accounts)
        finally:
            for server in (local, other.process):
                server.terminate()
                server.wait(10)
    print(json.dumps({"agreed": agreed, "known_differences": known, "surprises": len(surprises)}))
    for user, role, parameters, mine, theirs in surprises[: int(os.environ.get("SURPRISES", 40))]:
        print(f"{user} -> {role} {json.dumps(parameters)}: local AWS {mine!r}, {name} {theirs!r}")
    return 1 if surprises or agreed < 950 else 0


sys.exit(main(*sys.argv[1:]))
