//! Writing documents: JSON, Terraform, CloudFormation, CDK, AWS CLI.
//!
//! Each output is complete: it can be saved or run as it stands. `${…}` is a variable of the policy language and must not be
//! read as one of the tool's own, so Terraform gets `$${`; CloudFormation leaves it alone outside of `Fn::Sub`.

use super::document::Document;
use super::form::Form;
use super::tree::Tree;
use crate::json::quoted;

/// What a policy can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Output {
    /// The document alone.
    Json,
    /// A Terraform resource.
    Terraform,
    /// A CloudFormation template in YAML.
    CloudFormationYaml,
    /// A CloudFormation template in JSON.
    CloudFormationJson,
    /// A CDK construct in TypeScript.
    CdkTypeScript,
    /// Commands of the AWS CLI for bash or zsh.
    AwsCli,
}

impl Output {
    /// All of them.
    pub const ALL: [Output; 6] = [
        Output::Json,
        Output::Terraform,
        Output::CloudFormationYaml,
        Output::CloudFormationJson,
        Output::CdkTypeScript,
        Output::AwsCli,
    ];

    /// A name for the file.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Output::Json => "policy.json",
            Output::Terraform => "policy.tf",
            Output::CloudFormationYaml => "template.yaml",
            Output::CloudFormationJson => "template.json",
            Output::CdkTypeScript => "stack.ts",
            Output::AwsCli => "commands.sh",
        }
    }
}

/// Writes the role with its trust policy.
#[must_use]
pub fn write_role(form: &Form, trust: &Document, output: Output) -> String {
    let (name, path) = (form.role.name(), form.role.path());
    let seconds = form.rules.session_hours.map(|hours| u32::from(hours) * 3600);
    let mut properties = vec![("RoleName", Tree::text(name))];
    properties.extend((path != "/").then(|| ("Path", Tree::text(path))));
    properties.extend(seconds.map(|seconds| ("MaxSessionDuration", Tree::Number(seconds))));
    properties.push(("AssumeRolePolicyDocument", trust.tree.clone()));
    match output {
        Output::Json => trust.json(),
        Output::Terraform => {
            let mut text = format!(
                "resource \"aws_iam_role\" {} {{\n  name = {}\n",
                quoted(&label(name, '_')),
                hcl_text(name)
            );
            if path != "/" {
                text.push_str(&format!("  path = {}\n", hcl_text(path)));
            }
            if let Some(seconds) = seconds {
                text.push_str(&format!("  max_session_duration = {seconds}\n"));
            }
            text.push_str(&format!("  assume_role_policy = jsonencode({})\n}}\n", hcl(&trust.tree, 1)));
            text
        }
        Output::CloudFormationYaml => {
            format!("{}\n", yaml(&template(name, "AWS::IAM::Role", properties), 0).trim_start())
        }
        Output::CloudFormationJson => json(&template(name, "AWS::IAM::Role", properties)),
        Output::CdkTypeScript => cdk("CfnRole", name, properties),
        Output::AwsCli => {
            let document = shell(&trust.compact_json());
            let role = shell(name);
            let mut create = format!("aws iam create-role --role-name {role}");
            if path != "/" {
                create.push_str(&format!(" --path {}", shell(path)));
            }
            if let Some(seconds) = seconds {
                create.push_str(&format!(" --max-session-duration {seconds}"));
            }
            let mut text = format!("# A new role:\n{create} --assume-role-policy-document {document}\n");
            text.push_str(&format!("# A role that is there already:\naws iam update-assume-role-policy --role-name {role} --policy-document {document}\n"));
            if let Some(seconds) = seconds {
                text.push_str(&format!(
                    "aws iam update-role --role-name {role} --max-session-duration {seconds}\n"
                ));
            }
            text
        }
    }
}

/// Writes the policy for the callers as a managed policy of the name `policy_name`.
#[must_use]
pub fn write_identity(policy_name: &str, identity: &Document, output: Output) -> String {
    let properties =
        vec![("ManagedPolicyName", Tree::text(policy_name)), ("PolicyDocument", identity.tree.clone())];
    match output {
        Output::Json => identity.json(),
        Output::Terraform => format!(
            "resource \"aws_iam_policy\" {} {{\n  name = {}\n  policy = jsonencode({})\n}}\n",
            quoted(&label(policy_name, '_')),
            hcl_text(policy_name),
            hcl(&identity.tree, 1)
        ),
        Output::CloudFormationYaml => {
            format!(
                "{}\n",
                yaml(&template(policy_name, "AWS::IAM::ManagedPolicy", properties), 0).trim_start()
            )
        }
        Output::CloudFormationJson => json(&template(policy_name, "AWS::IAM::ManagedPolicy", properties)),
        Output::CdkTypeScript => cdk("CfnManagedPolicy", policy_name, properties),
        Output::AwsCli => format!(
            "aws iam create-policy --policy-name {} --policy-document {}\n",
            shell(policy_name),
            shell(&identity.compact_json())
        ),
    }
}

fn template(name: &str, kind: &str, properties: Vec<(&str, Tree)>) -> Tree {
    let resource = Tree::map([("Type", Tree::text(kind)), ("Properties", Tree::map(properties))]);
    Tree::map([
        ("AWSTemplateFormatVersion", Tree::text("2010-09-09")),
        ("Resources", Tree::map([(logical_id(name), resource)])),
    ])
}

fn cdk(class: &str, name: &str, properties: Vec<(&str, Tree)>) -> String {
    let properties = properties.into_iter().map(|(key, value)| {
        let mut letters = key.chars();
        let first = letters.next().map(|letter| letter.to_ascii_lowercase());
        (first.into_iter().chain(letters).collect::<String>(), value)
    });
    let body = type_script(&Tree::map(properties), 2);
    format!(
        "import {{ Stack, aws_iam as iam }} from 'aws-cdk-lib';\nimport {{ Construct }} from 'constructs';\n\nexport class {id}Stack extends Stack {{\n  constructor(scope: Construct, id: string) {{\n    super(scope, id);\n    new iam.{class}(this, '{id}', {body});\n  }}\n}}\n",
        id = logical_id(name)
    )
}

/// JSON, indented, with a line break at the end.
pub(super) fn json(tree: &Tree) -> String {
    format!("{}\n", braces(tree, 0, &|key| format!("{}: ", quoted(key)), &quoted))
}

pub(super) fn compact_json(tree: &Tree) -> String {
    match tree {
        Tree::Text(text) => quoted(text),
        Tree::Number(number) => number.to_string(),
        Tree::List(items) => {
            let items: Vec<String> = items.iter().map(compact_json).collect();
            format!("[{}]", items.join(","))
        }
        Tree::Map(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{}:{}", quoted(key), compact_json(value)))
                .collect();
            format!("{{{}}}", entries.join(","))
        }
    }
}

fn hcl(tree: &Tree, depth: usize) -> String {
    braces(
        tree,
        depth,
        &|key| format!("{} = ", if is_word(key) { key.to_owned() } else { hcl_text(key) }),
        &hcl_text,
    )
}

fn type_script(tree: &Tree, depth: usize) -> String {
    let text = |text: &str| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    braces(tree, depth, &|key| format!("{}: ", if is_word(key) { key.to_owned() } else { text(key) }), &text)
}

/// What JSON, HCL and TypeScript have in common: braces and brackets around what differs.
fn braces(tree: &Tree, depth: usize, key: &dyn Fn(&str) -> String, text: &dyn Fn(&str) -> String) -> String {
    let (outer, inner) = ("  ".repeat(depth), "  ".repeat(depth + 1));
    let block = |open: char, lines: Vec<String>, close: char| {
        format!("{open}\n{}\n{outer}{close}", lines.join(",\n"))
    };
    match tree {
        Tree::Text(value) => text(value),
        Tree::Number(number) => number.to_string(),
        Tree::List(items) => {
            let lines = items.iter().map(|item| format!("{inner}{}", braces(item, depth + 1, key, text)));
            block('[', lines.collect(), ']')
        }
        Tree::Map(entries) => {
            let lines = entries
                .iter()
                .map(|(name, value)| format!("{inner}{}{}", key(name), braces(value, depth + 1, key, text)));
            block('{', lines.collect(), '}')
        }
    }
}

/// Block style with every text in double quotation marks, which YAML reads as JSON does.
fn yaml(tree: &Tree, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let key_text = |key: &str| if is_word(key) { key.to_owned() } else { quoted(key) };
    match tree {
        Tree::Text(text) => format!(" {}", quoted(text)),
        Tree::Number(number) => format!(" {number}"),
        Tree::List(items) => items
            .iter()
            .map(|item| match item {
                // The first line of a map goes on behind the dash.
                Tree::Map(_) => format!(
                    "\n{indent}-{}",
                    yaml(item, depth + 1).trim_start_matches('\n').replacen(&"  ".repeat(depth + 1), " ", 1)
                ),
                _ => format!("\n{indent}-{}", yaml(item, depth + 1)),
            })
            .collect(),
        Tree::Map(entries) => entries
            .iter()
            .map(|(key, value)| format!("\n{indent}{}:{}", key_text(key), yaml(value, depth + 1)))
            .collect(),
    }
}

fn hcl_text(text: &str) -> String {
    quoted(text).replace("${", "$${").replace("%{", "%%{")
}

fn shell(text: &str) -> String {
    let plain = !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-./:=@+".contains(&byte));
    if plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// A name for tools that take letters, digits and `other` only.
fn label(name: &str, other: char) -> String {
    let label: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { other }).collect();
    if label.starts_with(|first: char| first.is_ascii_digit()) { format!("role_{label}") } else { label }
}

/// `AdminRole` for `admin_role`.
fn logical_id(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id: String = words
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<Vec<_>>()
        })
        .collect();
    if id.starts_with(|first: char| first.is_ascii_alphabetic()) { id } else { format!("Role{id}") }
}
