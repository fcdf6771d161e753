import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { refuseUnread } from '../../../hub/http/errors.ts'

it.each([
  ['nothing', ''],
  ['half a head', 'POST /sync/push HTTP/1.1\r\nHost: loc'],
  ['half a body', 'POST /sync/push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{'],
])('a line on which %s came in time is closed without a word', async (_, bytes) => {
  const soon = { requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 50 }
  const server = createServer(soon).on('clientError', refuseUnread)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const line = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const said: Buffer[] = []
  line.on('data', chunk => said.push(chunk)).write(bytes)
  await once(line, 'close')
  expect(Buffer.concat(said).toString()).toBe('')
  server.close()
})
