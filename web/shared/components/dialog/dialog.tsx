import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, type ButtonProps } from '../button/button.tsx'
import styles from './dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly open: Pick<ButtonProps, 'look' | 'size' | 'because'> & { readonly says: ReactNode; readonly label?: string }
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a dialog over the page. Escape and "Close" leave without doing anything. */
export function Dialog({ title, open, children }: DialogProps) {
  const { says, ...button } = open
  return (
    <DialogTrigger>
      <Button {...button}>{says}</Button>
      <ModalOverlay className={styles.overlay ?? ''} isDismissable>
        <Modal className={styles.modal ?? ''}>
          <AriaDialog className={styles.dialog ?? ''}>
            {({ close }) => (
              <>
                <div className={styles.top}>
                  <Heading slot="title" className={styles.title ?? ''}>
                    {title}
                  </Heading>
                  <Button look="quiet" slot="close">
                    Close
                  </Button>
                </div>
                {children(close)}
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
