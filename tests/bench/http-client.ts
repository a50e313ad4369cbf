import { newId } from '#shared/domain/ids.ts';

/** One call of the HTTP interface; fails with what the host said. */
export type Ask = (path: string, input: object) => Promise<Record<string, unknown>>;

/** Calls of one session, or of nobody. */
export function callOf(address: string, token?: string): Ask {
  return async (path, input) => {
    const response = await fetch(`${address}/api/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    // The interface answers with an object, or with the file that was asked for.
    return (isJson ? await response.json() : { bytes: (await response.arrayBuffer()).byteLength }) as Record<
      string,
      unknown
    >;
  };
}

/** The firm, its storekeeper, and a receipt of one line posted by them. */
export async function setUpFirm(address: string) {
  const nobody = callOf(address);
  const password = 'correct horse battery';
  await nobody('session/setUp', {
    operationId: newId(),
    firm: { name: '江南客车股份有限公司', department: '', telephone: '', address: '' },
    admin: { signInName: 'admin', name: 'admin', password },
  });
  const signedIn = async (signInName: string) => {
    const { token } = await nobody('session/signIn', { signInName, password, device: 'bench' });
    return callOf(address, String(token));
  };
  await (
    await signedIn('admin')
  )('people/create', {
    operationId: newId(),
    signInName: 'store',
    name: 'store',
    roles: ['warehouse'],
    active: true,
    password,
  });
  const store = await signedIn('store');
  const found = await store('parts/list', {
    filter: {},
    sort: { by: 'number', descending: false },
    limit: 1,
  });
  // Lists answer with rows, the accounts with an array of them.
  const partId = (found as unknown as { rows: { id: string }[] }).rows[0]?.id ?? '';
  const accounts = (await store('stock/accounts', { kinds: ['bin'] })) as unknown as { id: string }[];
  const place = { partId, accountId: accounts[0]?.id ?? '' };
  const drafted = await draftReceipt(store, place);
  await postReceipt(store, drafted);
  return { store, place, receiptId: String(drafted['id']) };
}

/** A draft of a receipt of one line. */
export function draftReceipt(store: Ask, place: { readonly partId: string; readonly accountId: string }) {
  return store('stock/draftReceipt', {
    operationId: newId(),
    purpose: 'purchase',
    supplier: '',
    deliveryNote: '',
    day: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    specificationChecked: true,
    quantityChecked: true,
    qualityChecked: true,
    notes: '',
    lines: [{ ...place, quantity: 1000, unitPriceFen: 1000 }],
  });
}

/** Posts a draft. */
export function postReceipt(store: Ask, draft: Record<string, unknown>) {
  return store('stock/postReceipt', {
    operationId: newId(),
    id: draft['id'],
    version: draft['version'],
  });
}
