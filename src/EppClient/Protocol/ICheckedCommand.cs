namespace EppClient.Protocol;

/// <summary>A command with rules that its schema cannot express.</summary>
internal interface ICheckedCommand
{
    /// <summary>Checks the rules before the command is written.</summary>
    /// <param name="extensions">The extensions of the command.</param>
    /// <exception cref="EppValidationException">The command breaks a rule.</exception>
    void Check(IReadOnlyList<IEppExtension> extensions);
}
