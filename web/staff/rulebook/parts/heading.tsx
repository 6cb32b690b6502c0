import type { ReactNode } from 'react'

/** The level of a part's headings: 2 on a page of its own, deeper where many are laid out on one page. */
export type Level = 2 | 3 | 4 | 5

/** The level of headings inside a part of this one. */
export function deeper(level: 2 | 4): Level {
  return level === 2 ? 3 : 5
}

/** A heading whose level depends on where its part stands. */
export function Heading(props: {
  readonly level: Level
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly id?: string | undefined
}) {
  const { level, ...rest } = props
  const Tag = `h${level}` as const
  return <Tag {...rest} />
}
