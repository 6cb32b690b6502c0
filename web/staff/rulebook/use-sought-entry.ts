import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

/** The entry that the address names, brought into sight; also when the page comes in after the address. */
export function useSoughtEntry(): string {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }, [hash])
  return hash
}
