export { buildWebIfStale } from './build-web.ts'
