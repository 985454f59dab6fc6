using System.Text;

namespace EppClient.Xml;

/// <summary>What a type with child elements holds.</summary>
public abstract record EppComplexContent : EppContent
{
    /// <summary>
    /// The unchanged child elements that the schema does not define, or that cannot be read. They are written again, after the elements of the schema.
    /// </summary>
    public IReadOnlyList<EppRawElement> UnknownElements
    {
        get => OtherElements;
        init => OtherElements = value;
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        var hasAttributes = base.PrintMembers(builder);
        if (UnknownElements.Count > 0)
        {
            builder.Append(hasAttributes ? ", " : string.Empty).Append(nameof(UnknownElements)).Append(" = ").Append(UnknownElements);
        }

        return hasAttributes || UnknownElements.Count > 0;
    }
}
