import { EventEmitter } from 'node:events'

// Loaded before a utility process: its port to the parent, over the channel of a child process.
const port = new EventEmitter()
process.on('message', data => port.emit('message', { data }))
process.on('disconnect', () => port.emit('close'))

Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, { postMessage: (message: unknown) => process.send?.(message as object) }),
})
