package org.bankfeed.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.junit.jupiter.api.Test;

final class ShellSettingsTest {

    @Test
    void anAdminMayDoWhatPeopleMayDoButIsNoJob() {
        assertThat(SettingsForTests.plain().rolesOf(List.of("admin", "ssh")))
                .containsExactlyInAnyOrder(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR);
        assertThat(SettingsForTests.plain().rolesOf(List.of("ssh"))).isEmpty();
    }

    @Test
    void rolesAndCompaniesAreReadFromOneLine() {
        ShellSettings settings = SettingsForTests.of(
                Map.of("company", "A", "companies", "B, C", "roles", "clerk=viewer+bookkeeper, boss = administrator"));

        assertThat(settings.companies())
                .containsExactlyInAnyOrder(new CompanyId("A"), new CompanyId("B"), new CompanyId("C"));
        assertThat(settings.rolesOf(List.of("clerk"))).containsExactlyInAnyOrder(Role.VIEWER, Role.BOOKKEEPER);
        assertThat(settings.rolesOf(List.of("boss"))).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void aWrongValueGivesNoRightsButASentence() {
        assertThatThrownBy(
                        () -> SettingsForTests.of(Map.of("roles", "clerk=god")).rolesOf(List.of("clerk")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("god")
                .hasMessageContaining("org.bankfeed.shell");
        assertThatThrownBy(() -> SettingsForTests.of(Map.of("roles", "clerk")).companies())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SettingsForTests.of(Map.of("company", "A/B")).company())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A/B");
    }
}
