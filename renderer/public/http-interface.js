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
  const [method, operation] = Object.entries(methods)[0];
  const box = element('details');
  box.append(element('summary', `${method.toUpperCase()} /api${path}`));
  if (operation.requestBody) box.append(element('h3', 'in'), schema(operation.requestBody.content));
  const answer = operation.responses?.['200'];
  if (answer?.content) box.append(element('h3', 'out'), schema(answer.content));
  return box;
}

function schema(content) {
  const [type, body] = Object.entries(content)[0];
  return element('pre', `${type}\n${JSON.stringify(body.schema, null, 1)}`);
}

function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
