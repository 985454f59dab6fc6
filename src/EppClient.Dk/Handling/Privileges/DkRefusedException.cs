namespace EppClient.Dk;

/// <summary>Something was refused: by the registry, or because the handling model or the missing role made the refusal certain.</summary>
public sealed class DkRefusedException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="refusal">The reason.</param>
    public DkRefusedException(DkRefusal refusal)
        : base((refusal ?? throw new ArgumentNullException(nameof(refusal))).ToString(), null) => Refusal = refusal;

    /// <summary>The reason, and the registry's answer where there was one.</summary>
    public DkRefusal Refusal { get; }

    /// <inheritdoc/>
    public override bool IsTransient => Refusal.Reason == DkRefusalReason.RegistryFault;

    /// <inheritdoc/>
    public override EppDelivery Delivery => Refusal.IsLocal ? EppDelivery.NotSent : EppDelivery.Answered;
}
