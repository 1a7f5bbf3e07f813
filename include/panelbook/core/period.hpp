#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "panelbook/core/date.hpp"

namespace panelbook {

/// A run of whole calendar months: a month, a quarter, a financial year (from April), any number of months.
///
/// Periods compare by their first month, then by their length.
class Period {
public:
    /// The month of January of year 0 and one month long; a value to assign over.
    Period() = default;
    /// `month` is 1 to 12. Throws std::invalid_argument outside years 1400 to 9998 (what a Date can hold).
    static Period month(int year, int month);
    /// Quarter 1 is April to June of the year the financial year begins in. `quarter` is 1 to 4.
    static Period quarter(int financial_year, int quarter);
    /// April of `year` to March of the next.
    static Period financial_year(int year);
    static Period calendar_year(int year);
    /// From the first month of `first` to the last month of `last`; throws std::invalid_argument if it would be empty.
    static Period span(Period first, Period last);
    /// The `months` months that end with the last month of `end`.
    static Period ending(Period end, int months);
    /// The month that holds `date`.
    static Period month_of(Date date);

    int months() const { return m_months; }
    Date first_day() const;
    Date last_day() const;
    /// The same length, moved by `months` (negative: earlier).
    Period shifted(int months) const;
    /// The single month at `offset` (0 = first) of this period.
    Period month_at(int offset) const;
    /// The last month of this period.
    Period last_month() const { return month_at(m_months - 1); }
    bool contains(Period other) const;
    /// The financial year in which the last month of this period lies.
    Period containing_financial_year() const;
    /// 1 to 4: the quarter of the financial year in which the last month lies.
    int quarter_number() const;
    /// From April of the financial year to the last month of this period.
    Period year_to_date() const;
    bool is_financial_quarter() const;
    bool is_financial_year() const;

    /// The key that is stored and that `parse` reads back: "2014-06", "2014/15 Q1", "2014/15", or
    /// "2013-07 to 2014-06" for any other run of months.
    std::string key() const;
    /// For headings and axes: "Jun-14", "Q1 2014/15", "2014/15", "12 months to Jun-14", "Apr-14 to May-14".
    std::string label() const;
    /// For sentences: "June 2014", "Quarter 1 2014/15", "2014/15", "the 12 months to June 2014", "April to May 2014".
    std::string words() const;

    auto operator<=>(const Period&) const = default;

private:
    Period(int first_month, int months) : m_first_month(first_month), m_months(months) {}
    int m_first_month = 0;  // year * 12 + month - 1
    int m_months = 1;
};

/// Reads a key, and what people write: "2014-06", "2014/15 Q1", "Q1 2014/15", "Q1 13/14", "2014/15", "2017-18 \n",
/// "Jun-14", "June 2014", "Jun 2014", "06/2014", "Apr-Jun 2014", "April to June 2014", "12 months to June 2014".
/// Two-digit years are 2000 to 2069, else 1900s. Blanks around it, case and a trailing "(p)", "(r)" or footnote digit
/// in brackets do not matter. Nothing for anything else: a bare "2014" is not a period (see parse_year).
std::optional<Period> parse_period(std::string_view text);
/// Reads "2014" as the year 2014 (1900 to 2099 only).
std::optional<int> parse_year(std::string_view text);
/// Reads "Jan", "January", "Sept" and so on as 1 to 12, with or without a full stop.
std::optional<int> parse_month_name(std::string_view text);

}  // namespace panelbook
