import { cx } from '../ui/class-names';

interface ThumbnailProps {
  /** Address of the original or of its PDF. */
  of: string;
  page: number;
  className?: string;
}

/** 縮小画像 of one page; it says nothing that does not stand beside it. */
export function Thumbnail({ of, page, className }: ThumbnailProps) {
  return (
    <img
      src={of.replace(/(?:original|pdf)$/u, `thumbnails/${page}`)}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      className={cx('border border-line bg-white object-contain', className)}
    />
  );
}
