using System.Globalization;
using System.Reflection;
using Refit;

namespace Numeroly.Daily.Requests;

/// <summary>How Daily writes what stands in a query: unix seconds, whole seconds, <c>true</c> and <c>false</c>.</summary>
internal sealed class QueryValues : DefaultUrlParameterFormatter
{
    public override string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        TimeSpan span => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        _ => base.Format(value, attributeProvider, type),
    };
}
