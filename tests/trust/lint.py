"""Has parliament, an independent linter, look at every generated policy; fails on any finding.

Reads the lines of crates/nanori-trust/examples/generated.rs from standard input. Parliament knows policies of identities only,
so a trust policy is shown to it without its principals and with a role as resource. It cannot know the keys of a company's own
provider; a finding about one of those is what is expected and left out.
"""

import json
import sys

from parliament import analyze_policy_string

ROLE = "arn:aws:iam::222222222222:role/admin_role"
ISSUER = "id.example.com"


def main() -> int:
    seen: dict[str, list[str]] = {}
    count = 0
    for line in sys.stdin:
        entry = json.loads(line)
        count += 1
        policy = entry["policy"]
        if entry["kind"] == "trust":
            for statement in policy["Statement"]:
                del statement["Principal"]
                statement["Resource"] = ROLE
        for finding in analyze_policy_string(json.dumps(policy)).findings:
            if finding.issue == "UNKNOWN_CONDITION_FOR_ACTION" and f" {ISSUER}:" in str(finding.detail):
                continue
            text = f"{finding.issue}: {json.dumps(finding.detail, default=str)}"
            seen.setdefault(text, []).append(line)
    for text, lines in seen.items():
        print(f"{text} ({len(lines)} times)\n  {lines[0]}", file=sys.stderr)
    print(json.dumps({"policies": count, "findings": len(seen)}))
    return 1 if seen or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
