/** Light or dark: the device's preference, or what was chosen here. The choice is the only thing kept in the browser. */
export type Theme = 'light' | 'dark'

const key = 'keel-theme'

/** Shows what was chosen before, if anything was. */
export function showChosenTheme(): void {
  const chosen = localStorage.getItem(key)
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
}

export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  localStorage.setItem(key, theme)
}
