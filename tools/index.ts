export { buildWebIfStale } from './build-web.ts'
export { rulebookPages } from './rulebook-pages.ts'
