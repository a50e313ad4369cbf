// Shows the description of the HTTP interface to people: every module, every procedure, what goes in and what comes out.
const place = document.getElementById('interface');

try {
  show(await (await fetch('/api/openapi.json')).json());
} catch (error) {
  place.textContent = `The description could not be read: ${error.message}. Reload the page when the server answers again.`;
}

function show(description) {
  place.replaceChildren(
    element('h1', `${description.info.title} ${description.info.version}`),
    element('p', description.info.description),
  );
  const modules = Map.groupBy(Object.entries(description.paths), ([path]) => path.split('/')[1]);
  for (const [module, procedures] of modules) {
    place.append(element('h2', module), ...procedures.map(([path, methods]) => procedure(path, methods)));
  }
}

function procedure(path, methods) {
  const [method, operation] = Object.entries(methods).find(([name]) => name === 'post' || name === 'get');
  const box = element('details');
  const head = element('summary');
  head.append(
    element('code', `${method.toUpperCase()} ${path === '/health' ? '' : '/api'}${path}`),
    ` ${operation.summary}`,
  );
  box.append(head);
  if (operation.description) box.append(element('p', operation.description.replaceAll('`', '')));
  for (const [type, body] of Object.entries(operation.requestBody?.content ?? {}))
    box.append(
      element('h3', `In, ${type}`),
      fields(body.schema),
      element('h3', 'Example'),
      json(body.example),
    );
  for (const [type, body] of Object.entries(operation.responses['200'].content ?? {}))
    box.append(element('h3', `Out, ${type}`), fields(body.schema));
  const refused = Object.entries(operation.responses).filter(([status]) => status !== '200');
  if (refused.length > 0) box.append(element('h3', 'Refused'), refusals(refused));
  return box;
}

/** Refusals of each status, a line for each code. */
function refusals(answers) {
  const list = element('ul');
  for (const [status, { description }] of answers)
    for (const line of description.split('\n'))
      list.append(element('li', `${status} ${line.replaceAll('`', '')}`));
  return list;
}

/** The fields of an object, one in a row, those of its parts under them. */
function fields(schema) {
  const rows = rowsOf(schema, '');
  if (rows.length === 0) return element('p', kindOf(schema));
  const table = element('table');
  for (const [name, kind, note] of rows) {
    const row = element('tr');
    row.append(element('td', name), element('td', kind), element('td', note));
    table.append(row);
  }
  return table;
}

function rowsOf(schema, before) {
  if (schema.items) return rowsOf(schema.items, `${before}[]`);
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) return parts.flatMap((part) => rowsOf(part, before));
  return Object.entries(schema.properties ?? {}).flatMap(([name, of]) => {
    const way = before === '' ? name : `${before}.${name}`;
    const isNeeded = schema.required?.includes(name) ?? false;
    return [[isNeeded ? way : `${way} ?`, kindOf(of), of.description ?? ''], ...rowsOf(of, way)];
  });
}

function kindOf(schema) {
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) return [...new Set(parts.map(kindOf))].join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.items) return `list of ${kindOf(schema.items)}`;
  if (schema.contentMediaType) return schema.contentMediaType;
  const bounds = [
    schema.maxLength && `at most ${schema.maxLength} characters`,
    schema.minimum !== undefined && `from ${schema.minimum}`,
    schema.maximum !== undefined && schema.maximum < 2 ** 53 - 1 && `up to ${schema.maximum}`,
  ].filter(Boolean);
  const kind = schema.title ?? schema.format ?? schema.type ?? 'anything';
  return [kind, ...bounds].join(', ');
}

function json(value) {
  return element('pre', JSON.stringify(value, null, 1));
}

function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
