import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './class-names';

interface SheetDialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
  /** False while something is being sent: Escape and a click outside then do nothing. */
  dismissable?: boolean;
}

/** A sheet above the page. Escape closes it; focus returns to where it was. */
export function SheetDialog({ title, onClose, children, wide = false, dismissable = true }: SheetDialogProps) {
  return (
    <ModalOverlay
      data-layer
      isOpen
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex items-center justify-center bg-opacity-gray-500 p-3"
    >
      <Modal
        className={cx(
          'max-h-full w-full overflow-y-auto rounded-12 bg-white shadow-3',
          wide ? 'max-w-4xl' : 'max-w-xl',
        )}
      >
        <Dialog className="flex flex-col gap-4 p-5 outline-none">
          <Heading slot="title" className="text-18 font-bold">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons that ends a sheet; the act stands last. */
export function SheetFoot({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2">{children}</div>;
}
