import type { Post } from '../api/types';
import { useT } from '../i18n/translate';
import { PostLine, useFoundPosts } from './found';
import { PickBox, type Pick } from './pick-box';
import { usePicking } from './use-picking';

interface PostPickerProps {
  label: string;
  required?: boolean;
  error?: string | undefined;
  onChange: (post: Post | null) => void;
}

/** A post, by whoever sits in it too. */
export function PostPicker({ onChange, ...props }: PostPickerProps) {
  const t = useT();
  const { wanted, box } = usePicking<Post & Pick>(onChange);
  const found = useFoundPosts(wanted);
  return (
    <PickBox {...props} {...found} {...box} help={t('post.help')}>
      {(post) => <PostLine post={post} />}
    </PickBox>
  );
}
