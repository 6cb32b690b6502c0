import { useState } from 'react'
import { Button } from '../../shared/components/button/button.tsx'
import { Icon } from '../../shared/components/icon/icon.tsx'
import { chooseTheme, shownTheme } from '../../shared/theme.ts'

/** Light and dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(shownTheme)
  const other = theme === 'dark' ? 'light' : 'dark'
  const change = () => {
    chooseTheme(other)
    setTheme(other)
  }
  return (
    <Button look="quiet" label={other === 'dark' ? 'Use dark colours' : 'Use light colours'} onPress={change}>
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </Button>
  )
}
