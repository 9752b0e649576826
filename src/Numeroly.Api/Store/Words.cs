using Npgsql;

namespace Numeroly.Api.Store;

/// <summary>Reads enum words as the views write them.</summary>
internal static class Words
{
    /// <summary><c>left_for_good</c> is <c>LeftForGood</c>; null where there is none.</summary>
    public static T? Word<T>(this NpgsqlDataReader row, int place)
        where T : struct, Enum => row.IsDBNull(place) ? null : Enum.Parse<T>(row.GetString(place).Replace("_", ""), ignoreCase: true);
}
