import { VerdictTag, WarrantyLight } from '../../components/warranty/warranty-light.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { useJudgements } from './use-judgements.ts';

/** Whose case it is and which unit, with its newest judgement, or what one would say today. */
export function CaseFacts({ caseId }: { readonly caseId: string }) {
  const service = useService();
  const { data: found } = useAsk(service.cases.get, { id: caseId }, { shows: ['case'] });
  const [judgement] = useJudgements(caseId);
  if (!found) return null;
  const { unit, customerName } = found;
  return (
    <span className="row tight">
      {[unit?.plate || unit?.serialNumber, unit?.productCode, customerName].filter(Boolean).join(' · ')}
      {judgement && <VerdictTag verdict={judgement.holdingVerdict} />}
      {!judgement && unit && <WarrantyLight unit={{ ...unit, operatingHours: null }} />}
    </span>
  );
}
