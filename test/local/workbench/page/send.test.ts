import { LostError, send } from '../../../../local/workbench/page/send';

const fetching = jest.spyOn(globalThis, 'fetch');

function answer(body: string, status = 200): void {
  fetching.mockResolvedValueOnce(new Response(body, { status }));
}

describe('an order', () => {
  afterAll(() => {
    fetching.mockRestore();
  });

  test('travels as JSON, and what the server answers comes back', async () => {
    answer('{"ok":true,"value":{"rows":[["a"]],"entries":[],"notes":[]}}');
    const cells = await send({ do: 'cells', tab: 0, row: 1, rows: 1 });
    expect(cells.rows).toEqual([['a']]);
    const [address, request] = fetching.mock.lastCall ?? [];
    expect(address).toBe('/desk');
    expect(request).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(request?.body).toBe('{"do":"cells","tab":0,"row":1,"rows":1}');
  });

  test('that is refused fails with the words of the server', async () => {
    answer('{"ok":false,"error":"There is no tab 7."}');
    await expect(send({ do: 'activate', tab: 7 })).rejects.toThrow('There is no tab 7.');
  });

  test('whose answer is no JSON fails with what came', async () => {
    answer('Internal Server Error', 500);
    await expect(send({ do: 'look' })).rejects.toThrow('500, "Internal Server Error"');
  });

  test('that reaches nobody fails with a LostError', async () => {
    fetching.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(send({ do: 'look' })).rejects.toBeInstanceOf(LostError);
  });
});
