namespace EppClient;

/// <summary>A command violates the registry's schema. Nothing was sent.</summary>
public sealed class EppValidationException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="member">The invalid member, such as <c>DomainCreate.Name</c>.</param>
    /// <param name="rule">The violated rule, such as "must have 1 to 255 characters, has 0". Never the value.</param>
    /// <param name="schemaType">The schema type that defines the rule, such as <c>eppcom:labelType</c>.</param>
    public EppValidationException(string member, string rule, string? schemaType = null)
        : base(schemaType is null ? $"{member} {rule}." : $"{member} {rule} (schema type {schemaType}).", null)
    {
        Member = member;
        Rule = rule;
        SchemaType = schemaType;
    }

    /// <summary>The invalid member, such as <c>DomainCreate.Name</c>.</summary>
    public string Member { get; }

    /// <summary>The violated rule.</summary>
    public string Rule { get; }

    /// <summary>The schema type that defines the rule; null if it has no name.</summary>
    public string? SchemaType { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    public override EppDelivery Delivery => EppDelivery.NotSent;
}
