import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Nothing is painted before the application has run, so that a chosen theme never flashes into the other one. */
const paintOnce: Plugin = {
  name: 'paint-once',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), paintOnce],
  server: { proxy: { '/api': 'http://127.0.0.1:7300' } },
  build: {
    chunkSizeWarningLimit: 700,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Our pure workspaces do nothing when they are loaded: what a screen does not use of them, or of the schemas that
      // they declare, is left out.
      treeshake: {
        moduleSideEffects: (id) => !/[\\/](engine|rulebook|care)[\\/](?!.*node_modules)/.test(id),
        manualPureFunctions: ['z'],
      },
    },
  },
})
