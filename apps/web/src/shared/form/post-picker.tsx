import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { usePosts } from '../api/people';
import type { Post } from '../api/types';
import { useT } from '../i18n/translate';
import { seatTitle } from '../sheet/names';
import { useDebounced } from '../ui/use-debounced';
import { inputClass } from './field-frame';

interface PostPickerProps {
  label: string;
  required?: boolean;
  error?: string | undefined;
  onChange: (post: Post | null) => void;
}

const wordsOf = (post: Post) => seatTitle(post.unitName, post.postTitle);

/** A post by title, unit, or whoever sits in it; the server searches, so that readings are found too. */
export function PostPicker({ label, required = false, error, onChange }: PostPickerProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Post | null>(null);
  const search = useDebounced(chosen && typed === wordsOf(chosen) ? '' : typed, 200);
  const posts = usePosts(search);
  const items = posts.data?.items ?? [];
  const settle = (post: Post | null) => {
    setChosen(post);
    onChange(post);
  };
  const choose = (code: string) => {
    const post = items.find(({ postCode }) => postCode === code) ?? null;
    if (post) setTyped(wordsOf(post));
    settle(post);
  };
  const type = (text: string) => {
    setTyped(text);
    if (chosen && text !== wordsOf(chosen)) settle(null);
  };
  return (
    <ComboBox
      items={items.map((item) => ({ ...item, id: item.postCode }))}
      inputValue={typed}
      onInputChange={type}
      selectedKey={chosen?.postCode ?? null}
      onSelectionChange={(key) => key !== null && choose(String(key))}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      isRequired={required}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="font-bold">
        {label} {required && <span className="text-13 font-normal text-vermilion">{t('form.required')}</span>}
      </Label>
      <Text slot="description" className="text-13 text-quiet">
        {t('post.help')}
      </Text>
      <span className="flex">
        <Input className={inputClass(Boolean(error), 'rounded-r-none')} />
        <Button
          className="touch-target rounded-r-8 border border-l-0 border-solid-gray-600 px-3"
          aria-label={t('post.open')}
        >
          ▾
        </Button>
      </span>
      {error && <span className="text-13 font-bold text-vermilion">{error}</span>}
      <Popover className="z-50 w-(--trigger-width) rounded-8 border border-line bg-white shadow-2">
        <ListBox<Post & { id: string }>
          className="max-h-72 overflow-y-auto p-1 outline-none"
          renderEmptyState={() => <p className="p-2">{t('post.none')}</p>}
        >
          {(item) => (
            <ListBoxItem
              id={item.postCode}
              textValue={wordsOf(item)}
              className="touch-target flex flex-wrap justify-between gap-x-3 rounded-4 px-2 py-1.5 outline-none focus:bg-key-50 selected:font-bold"
            >
              <span>{wordsOf(item)}</span>
              <span className="text-13 text-quiet">
                {item.holderName ?? t('stamp.vacant')} {item.holderKana}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
