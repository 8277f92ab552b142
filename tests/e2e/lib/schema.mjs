// Holds a value against a JSON schema of the OpenAPI document. It knows the keywords that stand there and fails on any
// other, so that nothing is passed over in silence. Fields that an answer's schema does not name are faults, too.

const PASSIVE = new Set(['description', 'title', 'default', 'format']);

const TYPES = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  null: (value) => value === null,
};

/**
 * What is wrong with `value`, each with its place; nothing if it fits.
 * @param {unknown} value
 * @param {object} schema
 * @param {object} document where a `$ref` leads
 * @param {string} [place]
 * @returns {string[]}
 */
export function faults(value, schema, document, place = '$') {
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    if (PASSIVE.has(keyword)) return [];
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`the schema at ${place} has the keyword ${keyword}, which is not known here`);
    return check(value, rule, { schema, document, place });
  });
}

const KEYWORDS = {
  $ref: (value, rule, { document, place }) =>
    faults(value, rule.slice(2).split('/').reduce((at, name) => at[name], document), document, place),
  type: (value, rule, { place }) =>
    [rule].flat().some((type) => TYPES[type](value)) ? [] : [`${place} is no ${rule}`],
  const: (value, rule, { place }) => (value === rule ? [] : [`${place} is not ${rule}`]),
  minimum: (value, rule, { place }) => (typeof value !== 'number' || value >= rule ? [] : [`${place} is under ${rule}`]),
  maximum: (value, rule, { place }) => (typeof value !== 'number' || value <= rule ? [] : [`${place} is over ${rule}`]),
  items: (value, rule, { document, place }) =>
    TYPES.array(value) ? value.flatMap((item, at) => faults(item, rule, document, `${place}[${at}]`)) : [],
  required: (value, rule, { place }) =>
    TYPES.object(value) ? rule.filter((name) => !(name in value)).map((name) => `${place}.${name} is missing`) : [],
  properties: (value, rule, { schema, document, place }) => {
    if (!TYPES.object(value)) return [];
    return Object.entries(value).flatMap(([name, field]) => {
      const inner = rule[name] ?? (typeof schema.additionalProperties === 'object' ? true : null);
      if (inner === true) return [];
      return inner ? faults(field, inner, document, `${place}.${name}`) : [`${place}.${name} is not in the schema`];
    });
  },
  additionalProperties: (value, rule, { schema, document, place }) => {
    if (!TYPES.object(value) || typeof rule === 'boolean') return [];
    return Object.entries(value)
      .filter(([name]) => !(name in (schema.properties ?? {})))
      .flatMap(([name, field]) => faults(field, rule, document, `${place}.${name}`));
  },
  oneOf: (value, rule, { document, place }) => {
    const fitting = rule.filter((one) => faults(value, one, document, place).length === 0).length;
    return fitting === 1 ? [] : [`${place} fits ${fitting} of ${rule.length} alternatives`];
  },
  anyOf: (value, rule, { document, place }) =>
    rule.some((one) => faults(value, one, document, place).length === 0) ? [] : [`${place} fits no alternative`],
};
