import { chromium } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import { findBrowser } from './browser.ts'

afterEach(() => vi.unstubAllEnvs())

test('the browser that is found loads a page, runs its script and draws its text', { timeout: 120_000 }, async () => {
  const browser = await chromium.launch(await findBrowser())
  try {
    const page = await browser.newPage()
    await page.goto('data:text/html,<p id=dose style="font-size:40px">low</p><script>dose.textContent += "er"</script>')
    expect(await page.locator('#dose').textContent()).toBe('lower')
    const measure =
      'const range = document.createRange(); range.selectNodeContents(dose); range.getBoundingClientRect().width'
    expect(await page.evaluate<number>(measure)).toBeGreaterThan(40)
  } finally {
    await browser.close()
  }
})

test('a CHROMIUM_PATH that names no program is refused rather than passed over', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
  await expect(findBrowser()).rejects.toThrow('CHROMIUM_PATH names /nowhere/chromium')
})
