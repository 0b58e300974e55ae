import type { Actor } from '@fubako/platform/authz';

/** 所属 職, as it stands beside a name. */
export function postTitleOf(actor: Actor): string {
  const [post] = actor.posts;
  return post ? `${post.unitName} ${post.title}` : '';
}

export function byOf(actor: Actor): { name: string; title: string } {
  return { name: actor.name, title: postTitleOf(actor) };
}
