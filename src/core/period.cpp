#include "panelbook/core/period.hpp"

#include <boost/date_time/gregorian/gregorian.hpp>
#include <fmt/format.h>
#include <stdexcept>

#include "month_names.hpp"

namespace panelbook {

namespace {

constexpr int first_year = 1400;
constexpr int last_year = 9998;
constexpr int april = 3;  // months from January

int checked_year(int year) {
    if (year < first_year || year > last_year)
        throw std::invalid_argument(fmt::format("the year {} is out of range", year));
    return year;
}

std::string two_digits(int year) {
    return fmt::format("{:02}", year % 100);
}

std::string short_month(int month_index) {
    return fmt::format("{}-{}", month_name(month_index % 12 + 1).substr(0, 3), two_digits(month_index / 12));
}

std::string long_month(int month_index) {
    return fmt::format("{} {}", month_name(month_index % 12 + 1), month_index / 12);
}

std::string key_month(int month_index) {
    return fmt::format("{:04}-{:02}", month_index / 12, month_index % 12 + 1);
}

std::string financial_year_name(int year) {
    return fmt::format("{:04}/{}", year, two_digits(year + 1));
}

int index_of(Date day) {
    return static_cast<int>(day.year()) * 12 + day.month().as_number() - 1;
}

}  // namespace

Period Period::month(int year, int month) {
    if (month < 1 || month > 12) throw std::invalid_argument(fmt::format("there is no month {}", month));
    return {checked_year(year) * 12 + month - 1, 1};
}

Period Period::quarter(int financial_year, int quarter) {
    if (quarter < 1 || quarter > 4) throw std::invalid_argument(fmt::format("there is no quarter {}", quarter));
    return {checked_year(financial_year) * 12 + april + (quarter - 1) * 3, 3};
}

Period Period::financial_year(int year) {
    return {checked_year(year) * 12 + april, 12};
}

Period Period::calendar_year(int year) {
    return {checked_year(year) * 12, 12};
}

Period Period::span(Period first, Period last) {
    const int months = last.m_first_month + last.m_months - first.m_first_month;
    if (months <= 0) throw std::invalid_argument("a period ends before it begins");
    return {first.m_first_month, months};
}

Period Period::ending(Period end, int months) {
    if (months <= 0) throw std::invalid_argument("a period needs at least one month");
    return {end.m_first_month + end.m_months - months, months};
}

Period Period::month_of(Date date) {
    return {index_of(date), 1};
}

Date Period::first_day() const {
    return Date(static_cast<unsigned short>(m_first_month / 12), static_cast<unsigned short>(m_first_month % 12 + 1),
                1);
}

Date Period::last_day() const {
    return last_month().first_day().end_of_month();
}

Period Period::shifted(int months) const {
    return {m_first_month + months, m_months};
}

Period Period::month_at(int offset) const {
    return {m_first_month + (offset < 0 ? 0 : offset), 1};
}

bool Period::contains(Period other) const {
    return other.m_first_month >= m_first_month && other.m_first_month + other.m_months <= m_first_month + m_months;
}

Period Period::containing_financial_year() const {
    const int last = m_first_month + m_months - 1;
    return financial_year((last - april) / 12);
}

int Period::quarter_number() const {
    const int last = m_first_month + m_months - 1;
    return (last - april) % 12 / 3 + 1;
}

Period Period::year_to_date() const {
    return span(containing_financial_year().month_at(0), last_month());
}

bool Period::is_financial_quarter() const {
    return m_months == 3 && m_first_month % 3 == 0;
}

bool Period::is_financial_year() const {
    return m_months == 12 && m_first_month % 12 == april;
}

std::string Period::key() const {
    if (m_months == 1) return key_month(m_first_month);
    if (is_financial_quarter()) {
        return fmt::format("{} Q{}", financial_year_name((m_first_month - april) / 12), quarter_number());
    }
    if (is_financial_year()) return financial_year_name(m_first_month / 12);
    return fmt::format("{} to {}", key_month(m_first_month), key_month(m_first_month + m_months - 1));
}

std::string Period::label() const {
    if (m_months == 1) return short_month(m_first_month);
    if (is_financial_quarter()) {
        return fmt::format("Q{} {}", quarter_number(), financial_year_name((m_first_month - april) / 12));
    }
    if (is_financial_year()) return financial_year_name(m_first_month / 12);
    const int last = m_first_month + m_months - 1;
    if (m_months == 12) return "12 months to " + short_month(last);
    return short_month(m_first_month) + " to " + short_month(last);
}

std::string Period::words() const {
    if (m_months == 1) return long_month(m_first_month);
    if (is_financial_quarter()) {
        return fmt::format("Quarter {} {}", quarter_number(), financial_year_name((m_first_month - april) / 12));
    }
    if (is_financial_year()) return financial_year_name(m_first_month / 12);
    const int last = m_first_month + m_months - 1;
    if (m_months == 12) return "the 12 months to " + long_month(last);
    if (m_first_month / 12 == last / 12) {
        return fmt::format("{} to {}", month_name(m_first_month % 12 + 1), long_month(last));
    }
    return long_month(m_first_month) + " to " + long_month(last);
}

}  // namespace panelbook
