/**
 * Opens the database in the folder named as its argument, prints `open` and stays, until it is killed: the process that the
 * tests kill.
 */
import { openDatabase } from './index.ts'

const dataFolder = process.argv[2] ?? ''
const database = await openDatabase({ dataFolder })
console.log(JSON.stringify({ ownerUrl: database.ownerUrl }))
setInterval(() => {}, 60_000)
