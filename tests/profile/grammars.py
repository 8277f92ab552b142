"""Whether a program follows the grammar of its language.

Reads one JSON object a line: {"language", "text"}; answers one a line: {"wrong"}, the line of the first mistake or null.
"""

import json
import sys

import tree_sitter
import tree_sitter_go
import tree_sitter_hcl
import tree_sitter_java

GRAMMARS = {"go": tree_sitter_go, "java": tree_sitter_java, "terraform": tree_sitter_hcl}
parsers = {name: tree_sitter.Parser(tree_sitter.Language(module.language())) for name, module in GRAMMARS.items()}


def first_mistake(node):
    if node.is_error or node.is_missing:
        return node.start_point[0] + 1
    return next((line for line in map(first_mistake, node.children) if line), None) if node.has_error else None


for line in sys.stdin:
    case = json.loads(line)
    tree = parsers[case["language"]].parse(case["text"].encode())
    print(json.dumps({"wrong": first_mistake(tree.root_node)}), flush=True)
