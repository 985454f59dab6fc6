namespace EppClient;

/// <summary>A command breaks a rule of the registry's schema. Nothing was sent.</summary>
public sealed class EppValidationException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="member">The member at fault, such as <c>DomainCreate.Name</c>.</param>
    /// <param name="rule">The rule that it breaks, such as "must have 1 to 255 characters, has 0". Never the value.</param>
    /// <param name="schemaType">The schema type that has the rule, such as <c>eppcom:labelType</c>.</param>
    public EppValidationException(string member, string rule, string? schemaType = null)
        : base(schemaType is null ? $"{member} {rule}." : $"{member} {rule} (schema type {schemaType}).", null)
    {
        Member = member;
        Rule = rule;
        SchemaType = schemaType;
    }

    /// <summary>The member at fault, such as <c>DomainCreate.Name</c>.</summary>
    public string Member { get; }

    /// <summary>The rule that it breaks.</summary>
    public string Rule { get; }

    /// <summary>The schema type that has the rule, where it has a name.</summary>
    public string? SchemaType { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}
