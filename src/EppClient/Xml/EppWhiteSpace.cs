namespace EppClient.Xml;

/// <summary>What XML Schema does with the white space of a value (XSD part 2, section 4.3.6).</summary>
public enum EppWhiteSpace
{
    /// <summary>Kept as it is (<c>xs:string</c>).</summary>
    Preserve,

    /// <summary>Each tab and line break becomes a blank (<c>xs:normalizedString</c>).</summary>
    Replace,

    /// <summary>Runs become one blank, leading and trailing ones go (<c>xs:token</c> and all that is not a string).</summary>
    Collapse,
}
