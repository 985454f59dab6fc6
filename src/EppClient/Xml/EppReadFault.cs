namespace EppClient.Xml;

/// <summary>What kind of oddity an <see cref="EppReadDiagnostic"/> reports. <see cref="EppReadMode.Strict"/> makes errors of the first two, reads no other spellings, and reports the rest.</summary>
public enum EppReadFault
{
    /// <summary>An element or attribute that the schema requires is missing.</summary>
    Missing,

    /// <summary>A value cannot be read as its type. It is kept unchanged.</summary>
    Unreadable,

    /// <summary>A value is not in the lexical form of its type, but its meaning is certain, and it was read.</summary>
    Misspelled,

    /// <summary>A value was read with an assumption: a date and time without a zone is UTC (RFC 5731, section 2.4), and without a time midnight.</summary>
    Assumed,

    /// <summary>
    /// A text that its type does not allow, delivered unchanged: an unknown value of an enumeration, or an empty text where text is required.
    /// </summary>
    OutsideType,

    /// <summary>An element that the schema does not allow there, or one too many. It is kept unchanged.</summary>
    Unexpected,

    /// <summary>An element that comes after one that the schema has behind it. It was read.</summary>
    Misplaced,
}
