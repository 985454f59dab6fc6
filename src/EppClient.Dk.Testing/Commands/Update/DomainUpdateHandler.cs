namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>domain:update: one command, split into parts that run in the registry's order, all or none.</summary>
internal static class DomainUpdateHandler
{
    public static DkResult Handle(DkCall call, DomainUpdateRequest request)
    {
        var isRefusedAsUrgent = call.State.Options.Quirks.RefuseUrgentDsRecords && request.Ds is { IsUrgent: true };
        if (request.HasStatuses || isRefusedAsUrgent || request.Ds is { HasKeyData: true } || request.Restore == RestoreStep.Request)
        {
            return DkResult.UnimplementedOption;
        }

        if (request.Registrant is not null && request.HasOtherChangesThanRegistrant)
        {
            return UpdateResults.RegistrantNotAlone;
        }

        if (call.State.Options.Quirks.RefuseMixedUpdates && request.Operations is { Count: > 1 } operations)
        {
            return UpdateResults.MultipleOperations(operations);
        }

        if (call.State.Options.Quirks.RefuseSignatureLife && request.Ds is { HasSignatureLife: true })
        {
            return UpdateResults.SignatureLife;
        }

        if (!call.State.Domains.TryGetValue(EppDomainName.From(request.Name), out var domain))
        {
            return DomainResults.DoesNotExist;
        }

        var draft = new UpdateDraft(call, domain, request);
        var refusal = RegistrantPart.Apply(draft)
            ?? NameServerPart.Remove(draft)
            ?? RolePart.Remove(draft)
            ?? NameServerPart.Add(draft)
            ?? RolePart.Add(draft)
            ?? DsPart.Remove(draft)
            ?? DsPart.Add(draft)
            ?? AuthInfoPart.Apply(draft)
            ?? AutoRenewPart.Apply(draft)
            ?? RestorePart.Apply(draft);
        return refusal ?? draft.Commit();
    }
}
