import { Component, type ReactNode } from 'react'

interface SpareProps {
  readonly children: ReactNode
  /** What is said in place of a part that cannot be shown. */
  readonly instead: ReactNode
}

/** Around a part that the screen can do without: when it fails, the rest of the screen stays. */
export class Spare extends Component<SpareProps, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }
  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children
  }
}
