/** The HTTP framework by itself, answering a constant: what it costs to answer at all. Prints its address. */
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'

const app = Fastify({ logger: false })
const constant = { patientId: 'constant', name: 'Nobody Example', birthDate: '1980-01-01', recordNumber: 'K-0000' }
app.get('/constant', async () => constant)
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)
