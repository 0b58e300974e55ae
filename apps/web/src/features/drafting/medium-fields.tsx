import { usePaperReasons } from '../../shared/api/matter-types';
import { TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { ChoiceInput } from '../../shared/form/choice-inputs';
import { useAttribute } from './use-attribute';

const media = ['electronic', 'hybrid', 'paper'] as const;

/** 媒体: electronic unless there is a reason for paper (RULE-11). */
export function MediumFields() {
  const t = useT();
  const medium = useAttribute('medium');
  const reason = useAttribute('paperReason');
  const note = useAttribute('paperNote');
  const papers = useAttribute('paperAttachments');
  const reasons = usePaperReasons().data?.items ?? [];
  return (
    <>
      <ChoiceInput
        id="attributes.medium"
        label={t('attributes.medium')}
        {...medium}
        options={media.map((value) => ({ value, label: t(`medium.${value}`) }))}
      />
      {medium.value !== 'electronic' && (
        <>
          <ChoiceInput
            id="attributes.paperReason"
            label={t('attributes.paperReason')}
            {...reason}
            options={reasons.map((value) => ({ value, label: value }))}
          />
          <TextInput id="attributes.paperNote" label={t('attributes.paperNote')} {...note} />
          <TextAreaInput
            rows={3}
            id="attributes.paperAttachments"
            label={t('attributes.paperAttachments')}
            {...papers}
          />
        </>
      )}
    </>
  );
}
