import { useRef, type ReactNode } from 'react';
import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components';
import { useT } from '../i18n/translate';
import { cx } from '../ui/class-names';
import { cellClass, inputClass } from './field-frame';
import { keepFromConverting } from '../keys/match';
import { useKeptOpen } from './use-kept-open';

export interface Pick {
  readonly id: string;
  /** What stands in the input once it is chosen. */
  readonly words: string;
}

/** Items that belong together, below their title. */
interface PickGroup<P extends Pick> {
  readonly id: string;
  readonly items: P[];
}

interface PickBoxProps<P extends Pick> {
  /** Of the input: errors lead to it. */
  id?: string;
  label: string;
  placeholder?: string;
  required?: boolean;
  help?: string | null;
  error?: string | undefined;
  items: readonly P[];
  /** The title below which an item stands; items of one title follow one another. */
  groupOf?: (item: P) => string;
  typed: string;
  chosen: string | null;
  /** Whether the list opens as soon as the input has the focus; else by typing, arrow or the button. */
  opensOnFocus?: boolean;
  /** What the list says when nothing fits. */
  none: string;
  onType: (text: string) => void;
  onChoose: (item: P) => void;
  onBlur?: () => void;
  /** In a cell of a table: the label is only spoken, and the table says what is wrong, at this id. */
  cell?: { readonly errorId: string };
  /** Stands under the input. */
  note?: ReactNode;
  /** A line of the list. */
  children: (item: P) => ReactNode;
}

const isGroup = <P extends Pick>(one: P | PickGroup<P>): one is PickGroup<P> => 'items' in one;

function grouped<P extends Pick>(items: readonly P[], groupOf: (item: P) => string): PickGroup<P>[] {
  const groups: PickGroup<P>[] = [];
  for (const item of items) {
    const id = groupOf(item);
    const last = groups.at(-1);
    if (last?.id === id) last.items.push(item);
    else groups.push({ id, items: [item] });
  }
  return groups;
}

/** Input and button of the box, whose list stays open while they are brought into view. */
function Frame({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLSpanElement>(null);
  const touch = useKeptOpen(frame);
  return (
    <span
      ref={frame}
      className="flex"
      onFocusCapture={touch}
      onPointerDownCapture={touch}
      onKeyDownCapture={(event) => {
        touch();
        keepFromConverting(event);
      }}
    >
      {children}
    </span>
  );
}

/** Type a part, choose from the list: the same for people, posts, units and long choices. The caller searches. */
export function PickBox<P extends Pick>({ items, groupOf, chosen, onChoose, children, ...props }: PickBoxProps<P>) {
  const t = useT();
  const { id, label, placeholder, required = false, help, error, cell } = props;
  const choose = (key: string) => {
    const item = items.find((one) => one.id === key);
    if (item) onChoose(item);
  };
  const line = (item: P) => (
    <ListBoxItem
      id={item.id}
      textValue={item.words}
      className="touch-target flex flex-wrap items-center justify-between gap-x-3 rounded-4 px-2 py-1.5 outline-none focus:bg-key-50 selected:font-bold"
    >
      {children(item)}
    </ListBoxItem>
  );
  return (
    <ComboBox<P | PickGroup<P>>
      items={groupOf ? grouped(items, groupOf) : items}
      inputValue={props.typed}
      onInputChange={props.onType}
      selectedKey={chosen}
      onSelectionChange={(key) => key !== null && choose(String(key))}
      onBlur={() => props.onBlur?.()}
      menuTrigger={props.opensOnFocus ? 'focus' : 'input'}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      isRequired={required}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
      {...(cell && { 'aria-label': label, ...(error && { 'aria-describedby': cell.errorId }) })}
    >
      {!cell && (
        <Label className="font-bold">
          {label} {required && <span className="text-13 font-normal text-vermilion">{t('form.required')}</span>}
        </Label>
      )}
      {help && (
        <Text slot="description" className="text-13 text-quiet">
          {help}
        </Text>
      )}
      <Frame>
        <Input
          {...(id && { id })}
          {...(placeholder && { placeholder })}
          className={cell ? cellClass(Boolean(error)) : inputClass(Boolean(error), 'rounded-r-none')}
        />
        <Button
          className={cx('touch-target', cell ? 'px-2' : 'rounded-r-8 border border-l-0 border-solid-gray-600 px-3')}
          aria-label={t('form.openList', { label })}
        >
          ▾
        </Button>
      </Frame>
      {props.note}
      {error && !cell && (
        <Text slot="errorMessage" className="text-13 font-bold text-vermilion">
          {error}
        </Text>
      )}
      <Popover className="z-50 w-(--trigger-width) rounded-8 border border-line bg-white shadow-2">
        <ListBox<P | PickGroup<P>>
          className="max-h-72 overflow-y-auto p-1 outline-none"
          renderEmptyState={() => <p className="p-2">{props.none}</p>}
        >
          {(one) =>
            isGroup(one) ? (
              <ListBoxSection id={one.id}>
                <Header className="px-2 pt-2 text-13 text-quiet">{one.id}</Header>
                <Collection items={one.items}>{line}</Collection>
              </ListBoxSection>
            ) : (
              line(one)
            )
          }
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
