// Where the simulator and AWS's documentation differ, and what the documentation says.
//
// Each entry rewrites a case into one that means, to the simulator, what AWS documents for the original. A disagreement counts
// as explained only if the simulator then decides as this project does, so no entry can hide a mistake elsewhere.

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

export const explanations = [
  {
    code: 'variables_in_older_language',
    source: `${GUIDE}reference_policies_variables.html`,
    says: 'Without Version 2012-10-17 variables such as ${aws:username} are treated as literal strings; the simulator expands them.',
    rewrite: (one) =>
      mapPolicies(one, (policy) =>
        policy.Version === '2012-10-17'
          ? policy
          : JSON.parse(JSON.stringify(policy).replaceAll('${', '${$}{')),
      ),
  },
  {
    code: 'negated_operator_and_variable_without_value',
    source: `${GUIDE}reference_policies_variables.html#policy-vars-no-value`,
    says: 'Inverted operators such as StringNotEquals do match against a variable without a value; the simulator lets them fail.',
    rewrite: (one) =>
      mapConditions(one, ({ operator, values, policy }) => {
        if (!/Not/.test(operator) || policy.Version !== '2012-10-17') return undefined;
        const left = values.filter((value) => isResolved(value, one.context));
        if (left.length === values.length) return undefined;
        return left.length === 0 ? ALWAYS_IF_PRESENT : left;
      }),
  },
  {
    code: 'any_value_if_exists_and_absent_key',
    source: `${GUIDE}reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    says: 'With …IfExists the condition is true when the key is absent, set operator or not; the simulator says false for ForAnyValue.',
    rewrite: (one) =>
      mapConditions(one, ({ operator, key }) =>
        /^ForAnyValue:.*IfExists$/.test(operator) && lookUp(one.context, key) === undefined ? TRUE : undefined,
      ),
  },
  {
    code: 'not_principal_lists_account_only',
    source: `${GUIDE}reference_policies_elements_notprincipal.html`,
    says: 'NotPrincipal exempts a user or session only if its account, and for a session its role, are listed as well; the simulator takes any one of them.',
    rewrite: (one) =>
      mapStatements(one, (statement) => {
        if (statement.NotPrincipal === undefined) return statement;
        const { NotPrincipal: listed, ...rest } = statement;
        const nobody = { AWS: 'arn:aws:iam::999999999999:root' };
        return { ...rest, Principal: isExempt(listed, one.principal) ? nobody : '*' };
      }),
  },
  {
    code: 'address_of_the_other_family',
    source: `${GUIDE}reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    says: 'NotIpAddress means all addresses except the given ones, so an IPv6 address is not in an IPv4 block; the simulator fails to compare them.',
    rewrite: (one) =>
      mapConditions(one, ({ operator, key, values }) => {
        const address = lookUp(one.context, key);
        if (!/NotIpAddress/.test(operator) || address === undefined) return undefined;
        const left = values.filter((value) => value.includes(':') === address.includes(':'));
        if (left.length === values.length) return undefined;
        return left.length === 0 ? TRUE : left;
      }),
  },
  {
    code: 'block_of_all_addresses',
    source: `${GUIDE}reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    says: 'Values are in standard CIDR format, in which 0.0.0.0/0 holds every IPv4 address; to the simulator it holds none.',
    rewrite: (one) =>
      mapConditions(one, ({ operator, values }) =>
        /IpAddress/.test(operator) && values.includes('0.0.0.0/0')
          ? values.flatMap((value) => (value === '0.0.0.0/0' ? ['0.0.0.0/1', '128.0.0.0/1'] : [value]))
          : undefined,
      ),
  },
  {
    code: 'special_characters_without_wildcards',
    source: `${GUIDE}reference_policies_variables.html#policy-vars-specialchars`,
    says: '${*}, ${?} and ${$} can be used in any string where variables can; the simulator knows them only where it knows wildcards.',
    rewrite: (one) =>
      mapConditions(one, ({ operator, values, policy }) => {
        if (!/StringN?o?t?Equals/.test(operator) || policy.Version !== '2012-10-17') return undefined;
        const plain = values.map((value) => value.replaceAll('${*}', '*').replaceAll('${?}', '?'));
        return plain.join() === values.join() ? undefined : plain;
      }),
  },
  {
    code: 'variable_without_value_in_not_resource',
    source: `${GUIDE}reference_policies_variables.html#policy-vars-no-value`,
    says: 'A resource with a variable without a value matches no resource, so NotResource then means every resource; the simulator lets the statement fail.',
    rewrite: (one) =>
      mapStatements(one, (statement) => {
        if (statement.NotResource === undefined) return statement;
        const { NotResource: listed, ...rest } = statement;
        const left = [listed].flat().filter((value) => isResolved(value, one.context));
        return left.length === 0 ? { ...rest, Resource: '*' } : { ...rest, NotResource: left };
      }),
  },
  {
    code: 'provider_is_no_principal_of_its_account',
    source: `${GUIDE}reference_policies_elements_principal.html#principal-accounts`,
    says: 'An account as principal means its users, roles and sessions. The simulator is given the ARN of the identity provider for a web identity and takes that for one of them.',
    rewrite: (one) => {
      if (!one.principal.includes(':oidc-provider/')) return one;
      const other = (name) => (/^\d{12}$|:root$/.test(name) ? '999999999999' : name);
      return mapStatements(one, (statement) => {
        const aws = statement.Principal?.AWS;
        if (aws === undefined) return statement;
        return { ...statement, Principal: { ...statement.Principal, AWS: [aws].flat().map(other) } };
      });
    },
  },
];

const TRUE = Symbol('true');
const ALWAYS_IF_PRESENT = Symbol('true if the key is present or the operator does not mind');

function mapPolicies(one, change) {
  return { ...one, trust: change(one.trust), identity: one.identity.map(change) };
}

function mapStatements(one, change) {
  return mapPolicies(one, (policy) => ({ ...policy, Statement: policy.Statement.map((it) => change(it, policy)) }));
}

/** `change` answers undefined to leave a condition, TRUE to drop it, or new values. */
function mapConditions(one, change) {
  return mapStatements(one, (statement, policy) => {
    if (statement.Condition === undefined) return statement;
    const condition = {};
    for (const [operator, keys] of Object.entries(statement.Condition)) {
      for (const [key, value] of Object.entries(keys)) {
        let values = change({ operator, key, values: [value].flat(), policy });
        if (values === ALWAYS_IF_PRESENT) {
          const absent = lookUp(one.context, key) === undefined;
          if (absent) values = undefined;
          else values = isMany(one.context, key) && !operator.includes(':') ? undefined : TRUE;
        }
        if (values === TRUE) continue;
        (condition[operator] ??= {})[key] = values ?? value;
      }
    }
    const { Condition: _, ...rest } = statement;
    return Object.keys(condition).length === 0 ? rest : { ...rest, Condition: condition };
  });
}

function entry(context, key) {
  return Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

function lookUp(context, key) {
  const value = entry(context, key);
  return Array.isArray(value) ? value[0] : value;
}

function isMany(context, key) {
  return Array.isArray(entry(context, key));
}

function isResolved(value, context) {
  return [...value.matchAll(/\$\{([^}]*)\}/g)].every(([, inside]) => {
    const name = inside.split(',')[0].trim();
    return ['*', '?', '$'].includes(name) || inside.includes("'") || typeof entry(context, name) === 'string';
  });
}

function isExempt(listed, principal) {
  const names = Object.values(listed).flat();
  const parts = principal.split(':');
  if (parts.length < 6 || parts[5].startsWith('oidc-provider/')) return names.includes(principal);
  const account = names.includes(parts[4]) || names.includes(`arn:aws:iam::${parts[4]}:root`);
  const role = principal.match(/assumed-role\/([^/]+)\//)?.[1];
  const chain = role === undefined || names.includes(`arn:aws:iam::${parts[4]}:role/${role}`);
  return names.includes(principal) && account && chain;
}
